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
  single?: boolean;
  /** A whole folder, with all that lies in it. */
  folder?: boolean;
  onFiles: (files: File[]) => void;
}

export function useFilePicker({ accept, camera, single, folder, onFiles }: PickerOptions): Picker {
  const ref = useRef<HTMLInputElement>(null);
  const input = (
    <input
      ref={(element) => {
        ref.current = element;
        // React's types do not know the attribute.
        if (element && folder) element.webkitdirectory = true;
      }}
      type="file"
      hidden
      multiple={!camera && !single}
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
