/** Where ⌘ stands for what is Ctrl elsewhere. */
export function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}
