/** Who acts, in the history of files: whoever may start processes here may do everything. */
export const operator = { kind: "job", name: "operator" } as const;
