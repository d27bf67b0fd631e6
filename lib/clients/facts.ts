/** From the one who may do everything to the one who may look. */
export const roles = ["OWNER", "MANAGER", "UPLOADER", "VIEWER"] as const;
