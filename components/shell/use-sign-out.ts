"use client";

import { useMutation } from "@tanstack/react-query";
import { forgetKeptUploads, signOut } from "@/lib/sdk";
import { usePerson } from "./session";

/** Leaves by a full load, so that nothing of the person stays in memory. */
export function useSignOut() {
  const { userId } = usePerson();
  return useMutation({
    mutationFn: async () => {
      await signOut();
      await forgetKeptUploads(userId);
    },
    onSuccess: () => window.location.assign("/sign-in"),
  });
}
