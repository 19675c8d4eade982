import { useCallback, useEffect, useRef, useState } from "react";
import type { AnyFunction } from "../../calls/call-answer.ts";
import { FunctionList } from "./function-list.tsx";
import { FunctionPage } from "./function-page.tsx";

/** The list with its search, or the page of one function; the list keeps its place while a page is read. */
export function FunctionsRoom() {
  const [opened, setOpened] = useState<AnyFunction>();
  const list = useRef<HTMLDivElement>(null);
  const left = useRef<{ id: string; scroll: number }>();
  const open = useCallback((fn: AnyFunction) => {
    left.current = { id: fn.id, scroll: list.current?.parentElement?.scrollTop ?? 0 };
    setOpened(fn);
  }, []);
  const close = useCallback(() => setOpened(undefined), []);

  useEffect(() => {
    const room = list.current?.parentElement;
    if (opened) room?.scrollTo({ top: 0 });
    else if (left.current && room) {
      room.scrollTo({ top: left.current.scroll });
      room.querySelector<HTMLElement>(`[data-function="${left.current.id}"]`)?.focus({ preventScroll: true });
    }
  }, [opened]);

  return (
    <>
      <div ref={list} hidden={opened !== undefined}>
        <FunctionList onOpen={open} />
      </div>
      {opened && <FunctionPage key={opened.id} fn={opened} onClose={close} />}
    </>
  );
}
