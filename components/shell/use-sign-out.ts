"use client";

import { useMutation } from "@tanstack/react-query";
import { signOut } from "@/lib/sdk";

/** Leaves by a full load, so that nothing of the person stays in memory. */
export function useSignOut() {
  return useMutation({
    mutationFn: signOut,
    onSuccess: () => window.location.assign("/sign-in"),
  });
}
