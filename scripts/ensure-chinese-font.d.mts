export function ensureChineseFont(): void;
