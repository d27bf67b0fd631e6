/** From the one who may do everything to the one who may look. */
export const roles = ["OWNER", "MANAGER", "UPLOADER", "VIEWER"] as const;

/** Longer than a year, nobody looks for what they deleted. */
export const maxTrashDays = 365;
