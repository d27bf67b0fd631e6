"use client";

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, use, useState } from "react";
import { ServiceWorker } from "@/components/pwa/service-worker";
import { useNewVersion } from "@/components/pwa/use-new-version";
import { screenList } from "@/components/screens/screen-queries";
import { useOptionalClient } from "@/components/shell/session";
import { useShortcut } from "@/components/shortcuts/use-shortcut";
import { lateComponent } from "@/components/ui/late-component";
import { UploadContext } from "@/components/upload/upload-context";
import { useFilePicker } from "@/components/upload/use-file-picker";
import { CommandCenterContext, type Opened } from "./command-center-context";

// Nothing of these before somebody asks for them.
const Palette = lateComponent(() => import("./palette").then(({ Palette }) => Palette));
const ShortcutHelp = lateComponent(() =>
  import("@/components/shortcuts/shortcut-help").then(({ ShortcutHelp }) => ShortcutHelp),
);
const AddScreenDialog = lateComponent(() =>
  import("@/components/screens/add-screen-dialog").then(({ AddScreenDialog }) => AddScreenDialog),
);
const InviteDialog = lateComponent(() =>
  import("@/components/people/invite-dialog").then(({ InviteDialog }) => InviteDialog),
);

/** Where the palette, and what it can open, is opened from on every page of a person. */
export function CommandCenter({ children }: { children: ReactNode }) {
  const clientId = useOptionalClient()?.client.id;
  const queue = use(UploadContext);
  const picker = useFilePicker({ onFiles: (files) => queue?.add(files) });
  const [opened, open] = useState<Opened>();
  const { data: screens } = useQuery({
    ...screenList(clientId ?? ""),
    enabled: opened === "pair" && clientId !== undefined,
  });
  useShortcut("everywhere.palette", () => open("palette"));
  useShortcut("everywhere.help", () => open("help"));
  useNewVersion();
  const dialog = { open: true, onOpenChange: () => open(undefined) };

  return (
    <CommandCenterContext value={{ open, addFiles: queue && picker.open }}>
      {children}
      {picker.input}
      <ServiceWorker />
      {opened === "palette" ? <Palette onClose={() => open(undefined)} /> : null}
      {opened === "help" ? <ShortcutHelp {...dialog} /> : null}
      {opened === "pair" && clientId && screens ? (
        <AddScreenDialog clientId={clientId} count={screens.length} {...dialog} />
      ) : null}
      {opened === "invite" && clientId ? <InviteDialog {...dialog} /> : null}
    </CommandCenterContext>
  );
}
