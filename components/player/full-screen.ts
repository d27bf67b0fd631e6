/** Asks in vain where a browser has no such thing or wants another gesture; then it stays as it is. */
export async function enterFullScreen(): Promise<void> {
  try {
    if (!document.fullscreenElement) {
      await document.documentElement.requestFullscreen({ navigationUI: "hide" });
    }
  } catch {}
}
