/** The bytes from `start` to before `end`; what comes after them is not read. */
export async function* cut(chunks: AsyncIterable<Buffer>, start: number, end: number) {
  let at = 0;
  for await (const chunk of chunks) {
    const piece = chunk.subarray(Math.max(0, start - at), Math.max(0, end - at));
    at += chunk.length;
    if (piece.length > 0) yield piece;
    if (at >= end) return;
  }
}
