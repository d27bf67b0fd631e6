/** Only without our service worker, which takes the files before they leave the phone. */
export function POST(): Response {
  return new Response(null, { status: 303, headers: { location: "/share?lost=1" } });
}
