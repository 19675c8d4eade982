import type { Server } from "node:http";
import type { ServerOptions } from "node:https";

export function serve(options?: {
  port?: number;
  certificate?: ServerOptions;
  mayMove?: boolean;
}): Promise<{ server: Server; port: number; address: string }>;
