import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LiveStatus } from "@/components/live/live-status";
import { CommandCenter } from "@/components/palette/command-center";
import { PaletteButton } from "@/components/palette/palette-button";
import { UploadProvider } from "@/components/upload/upload-provider";
import type { Scope } from "@/lib/auth/schema";
import type { Client } from "@/lib/clients/schema";
import { BottomBar } from "./bottom-bar";
import { ClientSwitcher } from "./client-switcher";
import { Logo } from "./logo";
import { NavLink } from "./nav-link";
import { PreloadOverlays } from "./preload-overlays";
import { RememberClient } from "./remember-client";
import { sectionPath, sectionsFor } from "./sections";
import { ClientProvider, PersonProvider, type SessionPerson } from "./session";
import { contentId, SkipLink } from "./skip-link";
import { Texts } from "./texts";
import { UserMenu } from "./user-menu";

interface AppFrameProps {
  person: SessionPerson;
  client: Client;
  scopes: Scope[];
  children: ReactNode;
}

/** Everything around a client's pages: a sidebar from md up, a bar at the bottom on phones. */
export function AppFrame({ person, client, scopes, children }: AppFrameProps) {
  const t = useTranslations("common");
  const sections = sectionsFor((scope) => scopes.includes(scope));
  return (
    <Texts>
      <PersonProvider person={person}>
        <ClientProvider client={client} scopes={scopes}>
          <UploadProvider clientId={client.id}>
            <CommandCenter>
              <RememberClient id={client.id} />
              <PreloadOverlays />
              <SkipLink />
              <div className="md:grid md:grid-cols-[13rem_minmax(0,1fr)] lg:grid-cols-[15rem_minmax(0,1fr)] rail:block rail:pl-[calc(4.5rem+env(safe-area-inset-left))]">
                <aside className="sticky top-0 hidden h-dvh flex-col gap-6 overflow-y-auto border-r bg-surface px-3 py-5 md:flex rail:hidden">
                  <Link href={sectionPath(client.id)} className="rounded-lg px-3 text-lg">
                    <Logo />
                  </Link>
                  <nav aria-label={t("navigation")} className="flex flex-col gap-1">
                    {sections.map((section) => (
                      <NavLink key={section} clientId={client.id} section={section} place="side" />
                    ))}
                  </nav>
                </aside>
                <div className="flex min-h-dvh min-w-0 flex-col">
                  <header className="sticky top-0 z-30 rail:static border-b bg-canvas/95 pt-safe backdrop-blur-sm">
                    <div className="flex h-14 items-center gap-2 px-safe md:px-6">
                      <ClientSwitcher />
                      <div className="ml-auto flex shrink-0 items-center gap-2">
                        <LiveStatus clientId={client.id} />
                        <div className="max-md:hidden rail:hidden">
                          <PaletteButton />
                        </div>
                        <UserMenu />
                      </div>
                    </div>
                  </header>
                  <main
                    id={contentId}
                    tabIndex={-1}
                    className="mx-auto w-full max-w-7xl flex-1 px-safe pt-5 pb-28 outline-none rail:pt-4 rail:pb-8 md:px-6 md:pt-8 md:pb-12"
                  >
                    {children}
                  </main>
                </div>
              </div>
              <BottomBar />
            </CommandCenter>
          </UploadProvider>
        </ClientProvider>
      </PersonProvider>
    </Texts>
  );
}
