/** What a bucket with the right rules says to pages of other origins. */
export const corsHeaders = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, HEAD, PUT",
  "access-control-allow-headers":
    "cache-control, content-type, if-none-match, range, x-goog-content-length-range, x-goog-if-generation-match",
  "access-control-expose-headers": "ETag, Content-Length, Content-Range, Accept-Ranges",
};
