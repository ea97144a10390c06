"use strict";
document.querySelectorAll(".tools").forEach((tools) => {
  const [search, fold] = tools.children;
  const findings = [...tools.parentElement.querySelectorAll(".finding")];
  const label = () => {
    fold.textContent = findings.some((finding) => finding.open) ? "Fold all" : "Unfold all";
  };
  tools.hidden = false;
  label();
  search.addEventListener("input", () => {
    const words = search.value.toLowerCase().split(/\s+/);
    findings.forEach((finding) => {
      const text = finding.textContent.toLowerCase();
      finding.hidden = !words.every((word) => text.includes(word));
    });
  });
  fold.addEventListener("click", () => {
    const open = !findings.some((finding) => finding.open);
    findings.forEach((finding) => { finding.open = open; });
    label();
  });
});
const unfold = () => {
  const finding = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (finding) { finding.open = true; }
};
addEventListener("hashchange", unfold);
unfold();
