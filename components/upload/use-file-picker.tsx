"use client";

import { type ReactNode, useRef } from "react";

interface Picker {
  /** To be rendered somewhere; it shows nothing. */
  input: ReactNode;
  open: () => void;
}

interface PickerOptions {
  accept?: string;
  /** Opens the camera at once on phones. */
  camera?: boolean;
  onFiles: (files: File[]) => void;
}

export function useFilePicker({ accept, camera = false, onFiles }: PickerOptions): Picker {
  const ref = useRef<HTMLInputElement>(null);
  const input = (
    <input
      ref={ref}
      type="file"
      hidden
      multiple={!camera}
      accept={accept}
      capture={camera ? "environment" : undefined}
      onChange={({ currentTarget }) => {
        onFiles([...(currentTarget.files ?? [])]);
        // Choosing the same file again must be a change again.
        currentTarget.value = "";
      }}
    />
  );
  return { input, open: () => ref.current?.click() };
}
