import type { Locator, Page } from "@playwright/test";
import type { Furnished } from "./furnish";

export interface Stop {
  path: string;
  /** What is there once the page has drawn all that it has to show, in either language. */
  drawn: (page: Page) => Locator;
}

const heading = (name: RegExp) => (page: Page) => page.getByRole("heading", { name });

/** The pages that need no session. */
export function guestStops({ invitationPath }: Furnished): Stop[] {
  return [
    { path: "/sign-in", drawn: heading(/^(Sign in|登录)$/) },
    { path: invitationPath, drawn: heading(/^(Join|加入) /) },
    { path: "/invite/none", drawn: heading(/no longer valid|邀请已失效/) },
    { path: "/screen", drawn: (page) => page.getByTestId("pairing-code") },
    { path: "/nowhere", drawn: heading(/Nothing here|这里什么也没有/) },
  ];
}

/** The pages of a client without anything in it. */
export function emptyStops(clientId: string): Stop[] {
  return [
    { path: `/c/${clientId}/library`, drawn: heading(/Your shop window|素材库还是空的/) },
    { path: `/c/${clientId}/screens`, drawn: heading(/Set up your first screen|添加第一块屏幕/) },
    { path: `/c/${clientId}/trash`, drawn: heading(/The trash is empty|回收站是空的/) },
    { path: `/c/${clientId}/settings`, drawn: heading(/No stores yet|还没有门店/) },
  ];
}

/** The pages of a furnished client and of its manager. */
export function filledStops(clientId: string, { artifactIds }: Furnished): Stop[] {
  const [, picture, , film] = artifactIds;
  const rename = (page: Page) => page.getByRole("button", { name: /^(Rename|重命名)$/ });
  const row = (name: string | RegExp) => (page: Page) =>
    page.getByRole("listitem").filter({ hasText: name });
  return [
    { path: `/c/${clientId}/library`, drawn: row("coffee.mp4") },
    { path: `/c/${clientId}/library?preview=${picture}`, drawn: rename },
    { path: `/c/${clientId}/library?preview=${film}`, drawn: rename },
    { path: `/c/${clientId}/screens`, drawn: row("Window, left") },
    { path: `/c/${clientId}/people`, drawn: row(/Anyone with the link|任何持有链接的人/) },
    {
      path: `/c/${clientId}/settings`,
      drawn: (page) => page.getByRole("button", { name: /^Actions for Sommer|^Sommer.* 的操作/ }),
    },
    {
      path: "/account",
      drawn: (page) => page.getByRole("button", { name: /^(Change password|修改密码)$/ }),
    },
    { path: "/clients", drawn: row(clientId) },
    { path: "/stores", drawn: row(/server's disk|服务器磁盘/) },
    { path: "/share", drawn: heading(/^(Nothing has been shared|还没有分享任何文件)$/) },
    {
      path: "/pair?code=123456",
      drawn: (page) => page.getByRole("button", { name: /^(Connect screen|连接屏幕)$/ }),
    },
  ];
}
