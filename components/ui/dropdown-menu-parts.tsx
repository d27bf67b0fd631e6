"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import {
  type ComponentProps,
  createContext,
  type RefObject,
  use,
  useCallback,
  useMemo,
  useRef,
} from "react";
import { cn } from "./cn";
import type { OverlayRootProps } from "./late-overlay";

interface MenuState {
  chosen: RefObject<(() => void) | undefined>;
  /** Radix was not there yet to see the key that opened it. */
  byKey: RefObject<boolean>;
}

const MenuContext = createContext<MenuState>({
  chosen: { current: undefined },
  byKey: { current: false },
});

/** Not modal: a menu does not hide the page from screen readers. */
export function Root({ byKey: openedByKey = false, ...rest }: OverlayRootProps) {
  const chosen = useRef<() => void>(undefined);
  const byKey = useRef(openedByKey);
  const state = useMemo(() => ({ chosen, byKey }), []);
  return (
    <MenuContext value={state}>
      <Radix.Root modal={false} {...rest} />
    </MenuContext>
  );
}
export const Trigger = Radix.Trigger;
export const RadioGroup = Radix.RadioGroup;

const firstItem = "[role^=menuitem]:not([data-disabled])";

const itemStyle =
  "relative flex min-h-9 cursor-pointer items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-sm outline-none select-none data-disabled:pointer-events-none data-disabled:opacity-50 data-highlighted:bg-raised pointer-coarse:min-h-11 [&_svg]:size-4.5 [&_svg]:shrink-0";

export function Content({
  className,
  sideOffset = 6,
  onCloseAutoFocus,
  ...rest
}: ComponentProps<typeof Radix.Content>) {
  const { chosen, byKey } = use(MenuContext);
  const focusFirst = useCallback(
    (menu: HTMLElement | null) => {
      if (!menu || !byKey.current) return;
      byKey.current = false;
      requestAnimationFrame(() => menu.querySelector<HTMLElement>(firstItem)?.focus());
    },
    [byKey],
  );
  return (
    <Radix.Portal>
      <Radix.Content
        ref={focusFirst}
        sideOffset={sideOffset}
        collisionPadding={8}
        onCloseAutoFocus={(event) => {
          onCloseAutoFocus?.(event);
          const run = chosen.current;
          chosen.current = undefined;
          if (run) queueMicrotask(run);
        }}
        className={cn(
          "z-60 max-h-(--radix-dropdown-menu-content-available-height) max-w-[calc(100vw-1rem)] min-w-48 animate-pop-in overflow-y-auto rounded-xl border bg-surface p-1 shadow-lg",
          className,
        )}
        {...rest}
      />
    </Radix.Portal>
  );
}

interface ItemProps extends ComponentProps<typeof Radix.Item> {
  danger?: boolean;
}

/**
 * Acts once the menu is closed and focus is back on its button: a dialog that it opens then gives
 * focus back to the button, not to an item that is gone.
 */
export function Item({ className, danger = false, onSelect, ...rest }: ItemProps) {
  const { chosen } = use(MenuContext);
  return (
    <Radix.Item
      onSelect={(event) => {
        chosen.current = () => onSelect?.(event);
      }}
      className={cn(
        itemStyle,
        danger ? "text-danger data-highlighted:bg-danger-soft!" : "",
        className,
      )}
      {...rest}
    />
  );
}

export function RadioItem({
  className,
  children,
  ...rest
}: ComponentProps<typeof Radix.RadioItem>) {
  return (
    <Radix.RadioItem className={cn(itemStyle, "pl-9", className)} {...rest}>
      <Radix.ItemIndicator className="absolute left-2.5">
        <Check aria-hidden className="text-accent" />
      </Radix.ItemIndicator>
      {children}
    </Radix.RadioItem>
  );
}

export function Label({ className, ...rest }: ComponentProps<typeof Radix.Label>) {
  return (
    <Radix.Label
      className={cn("px-2.5 pt-2 pb-1 text-xs font-medium text-muted", className)}
      {...rest}
    />
  );
}

export function Separator({ className, ...rest }: ComponentProps<typeof Radix.Separator>) {
  return <Radix.Separator className={cn("-mx-1 my-1 h-px bg-line", className)} {...rest} />;
}
