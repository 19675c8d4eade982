import { describe, expect, it, vi } from "vitest";
import { RibbonRequest } from "../../../src/hosts/excel/ribbon-request.ts";

describe("a command of the ribbon", () => {
  it("that came before the pane stood is heard once it does, and once only", () => {
    const request = new RibbonRequest();
    request.make();
    request.make();
    const listener = vi.fn();
    request.follow(listener);
    expect(listener).toHaveBeenCalledTimes(1);
    request.follow(listener);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it("is heard by the pane that stands, not by one that has left", () => {
    const request = new RibbonRequest();
    const [left, stands] = [vi.fn(), vi.fn()];
    const leave = request.follow(left);
    request.follow(stands);
    leave();
    request.make();
    expect(left).not.toHaveBeenCalled();
    expect(stands).toHaveBeenCalledTimes(1);
  });

  it("waits for the next pane where the last one has left", () => {
    const request = new RibbonRequest();
    request.follow(vi.fn())();
    request.make();
    const next = vi.fn();
    request.follow(next);
    expect(next).toHaveBeenCalledTimes(1);
  });
});
