"use client";

import { useEffect } from "react";
import { setCookie } from "./set-cookie";

/** The start page and what a phone shares begin with the client that was looked at last. */
export function RememberClient({ id }: { id: string }) {
  useEffect(() => setCookie("client", id), [id]);
  return null;
}
