import { Children, cloneElement, type ReactElement, type ReactNode } from "react";

type Props = Record<string, unknown>;

/** Gives its props to its only child; what both have of classes and handlers counts together. */
export function Slot({ children, ...props }: { children?: ReactNode } & Props): ReactElement {
  const child = Children.only(children) as ReactElement<Props>;
  return cloneElement(child, merged(props, child.props));
}

function merged(outer: Props, own: Props): Props {
  const all: Props = { ...outer, ...own };
  for (const [name, value] of Object.entries(outer)) {
    const other = own[name];
    if (name === "className") all[name] = [value, other].filter(Boolean).join(" ");
    else if (/^on[A-Z]/.test(name) && typeof value === "function" && typeof other === "function") {
      all[name] = (...given: unknown[]) => {
        other(...given);
        value(...given);
      };
    }
  }
  return all;
}
