"use client";

import { useTranslations } from "next-intl";
import {
  type ComponentProps,
  type ComponentType,
  createContext,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefCallback,
  use,
  useEffect,
  useMemo,
  useState,
} from "react";
import { type Late, late } from "./late";
import { Slot } from "./slot";
import { toast } from "./toast";

export interface OverlayRootProps {
  children?: ReactNode;
  open?: boolean;
  defaultOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Opened by a key: the first entry of a menu then takes the focus. */
  byKey?: boolean;
}

interface LateRootProps extends OverlayRootProps {
  /** What else must be there before it opens. */
  needs?: () => Promise<unknown>;
}

export interface OverlayTriggerProps extends ComponentProps<"button"> {
  asChild?: boolean;
}

interface OverlayParts {
  Root: ComponentType<OverlayRootProps>;
  Trigger: ComponentType<OverlayTriggerProps>;
}

interface OverlayState<P> {
  parts: P | undefined;
  preload: () => void;
  show: (byKey: boolean) => void;
}

/**
 * A menu, popover or dialog whose code comes when its button is pointed at, focused or pressed:
 * most pages are left before any of them was opened.
 */
export function lateOverlay<P extends OverlayParts>(
  popup: "menu" | "dialog",
  fetch: () => Promise<P>,
) {
  const module: Late<P> = late(fetch);
  const Context = createContext<OverlayState<P>>({
    parts: undefined,
    preload: () => {},
    show: () => {},
  });

  function Root({ children, needs, ...rest }: LateRootProps) {
    const { open, onOpenChange } = rest;
    const t = useTranslations("common");
    const [parts, setParts] = useState<P>();
    const [byKey, setByKey] = useState(false);
    const shown = parts ?? (open ? module.loaded : undefined);

    const state = useMemo(() => {
      const fetchAll = () => Promise.all([module.load(), needs?.()]);
      const fetch = async () => {
        try {
          const [loaded] = await fetchAll();
          setParts(() => loaded);
        } catch {
          onOpenChange?.(false);
          toast.error(t("noNetwork"));
        }
      };
      return {
        fetch,
        preload: () => void fetchAll().catch(() => {}),
        show: (key: boolean) => {
          setByKey(key);
          onOpenChange?.(true);
          void fetch();
        },
      };
    }, [onOpenChange, needs, t]);
    useEffect(() => {
      if (open && !parts) void state.fetch();
    }, [open, parts, state]);
    const value = useMemo(() => ({ ...state, parts: shown }), [state, shown]);

    return (
      <Context value={value}>
        {shown ? (
          <shown.Root
            {...(open === undefined ? { defaultOpen: true } : {})}
            {...{ byKey, ...rest }}
          >
            {children}
          </shown.Root>
        ) : (
          children
        )}
      </Context>
    );
  }

  function Trigger(props: OverlayTriggerProps) {
    const { parts, preload, show } = use(Context);
    if (parts) return <parts.Trigger ref={takeLostFocus} {...props} />;
    const { asChild, ...rest } = props;
    const Element = asChild ? Slot : "button";
    return (
      <Element
        type="button"
        aria-haspopup={popup}
        aria-expanded={false}
        data-state="closed"
        {...rest}
        onPointerEnter={preload}
        onFocus={preload}
        onClick={({ detail }: MouseEvent) => show(detail === 0)}
        onKeyDown={(event: KeyboardEvent) => {
          if (popup !== "menu" || event.key !== "ArrowDown") return;
          event.preventDefault();
          show(true);
        }}
      />
    );
  }

  /** A part that is nowhere before the code has come. */
  function part<K extends keyof P>(name: K) {
    type Props = P[K] extends ComponentType<infer Q> ? Q : never;
    return function OverlayPart(props: Props) {
      const Part = use(Context).parts?.[name] as ComponentType<object> | undefined;
      return Part ? <Part {...(props as object)} /> : null;
    };
  }

  return { Root, Trigger, part, load: module.load };
}

/** The button that was pressed is another element once the code is there. */
const takeLostFocus: RefCallback<HTMLButtonElement> = (button) => {
  if (document.activeElement === document.body) button?.focus();
};
