"use strict";
allure.api.addTranslation("en", { tab: { operations: { name: "Operations" } } });
allure.api.addTab("operations", {
  title: "tab.operations.name",
  icon: "fa fa-list",
  route: "operations(/)(:testGroup)(/)(:testResult)(/)(:testResultTab)(/)",
  onEnter: (testGroup, testResult, testResultTab) =>
    new allure.components.TreeLayout({
      testGroup,
      testResult,
      testResultTab,
      tabName: "tab.operations.name",
      baseUrl: "operations",
      url: "data/operations.json",
    }),
});
