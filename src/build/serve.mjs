import { createServer as createHttpServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { resolve } from "node:path";
import sirv from "sirv";

/**
 * Serves the dist/ of the working directory on this machine only, as a static host would. Takes the wanted port or, where that
 * one is taken and another will do, the next free one.
 */
export async function serve({ port = 3000, certificate = undefined, mayMove = true } = {}) {
  const files = sirv(resolve("dist"), { etag: true, setHeaders: (response) => response.setHeader("X-Content-Type-Options", "nosniff") });
  const answer = (request, response) =>
    files(request, response, () => {
      response.statusCode = 404;
      response.end("Not found");
    });
  for (let candidate = port; candidate < port + 100; candidate++) {
    const server = certificate ? createHttpsServer(certificate, answer) : createHttpServer(answer);
    if (await listening(server, candidate)) {
      return { server, port: candidate, address: `${certificate ? "https" : "http"}://localhost:${candidate}/` };
    }
    if (!mayMove) break;
  }
  throw new Error(`Port ${port} is taken by another program. Close that program and try again.`);
}

function listening(server, port) {
  return new Promise((settle, reject) => {
    server.once("error", (error) => (error.code === "EADDRINUSE" || error.code === "EACCES" ? settle(false) : reject(error)));
    server.listen(port, "localhost", () => settle(true));
  });
}
