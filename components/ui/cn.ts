import { type ClassValue, clsx } from "clsx";

/** Joins class names. One that is to win over the component's own ends with `!`. */
export function cn(...classes: ClassValue[]): string {
  return clsx(classes);
}
