/** 65,400 ms is "1:05", an hour and more "1:00:05"; the same in every language. */
export function clockTime(ms: number): string {
  // A clip of 0.4 s is not 0:00.
  const seconds = Math.max(1, Math.round(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  const tail = `${String(seconds % 60).padStart(2, "0")}`;
  if (minutes < 60) return `${minutes}:${tail}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}:${tail}`;
}
