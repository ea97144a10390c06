package dev.assay.engine.table;

/** What a stream record shows of the item. */
public enum StreamViewType {
  NEW_IMAGE,
  OLD_IMAGE,
  NEW_AND_OLD_IMAGES,
  KEYS_ONLY
}
