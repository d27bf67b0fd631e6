export const codeLength = 6;

/** The code in what was typed or pasted: with spaces, dashes, full-width digits, or the QR's link. */
export function digitsOf(text: string): string {
  const plain = text.normalize("NFKC");
  const linked = /[?&]code=(\d{6})/.exec(plain)?.[1];
  return linked ?? plain.replace(/\D/g, "").slice(0, codeLength);
}
