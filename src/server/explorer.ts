import type { IncomingMessage, ServerResponse } from 'node:http';
import { explorerAsset } from './explorer/assets.js';
import { explorerPage, explorerPath } from './explorer/page.js';
import { isTourName, tourOf, type LocalLinkcy } from './explorer/tour.js';
import { explorerHeaders, writeHead, writePageHead } from './headers.js';
import { targetOf } from './request-target.js';

export interface ExplorerDeps {
  /** Whether the explorer page is served. */
  readonly explorer: boolean;
  /** The local simulator, if that is the upstream. */
  readonly localLinkcy: LocalLinkcy | undefined;
  readonly linkcyUrl: string;
}

/** Serves /explorer and its assets. Returns false if the path is none of them. */
export async function answerExplorer(deps: ExplorerDeps, request: IncomingMessage, response: ServerResponse) {
  const { path, search } = targetOf(request.url ?? '');
  if (!deps.explorer || request.method !== 'GET') return false;
  if (path === explorerPath || path === `${explorerPath}/`) {
    writePageHead(response, explorerHeaders);
    const name = new URLSearchParams(search).get('tour') ?? '';
    const tour = await tourOf(isTourName(name) ? name : 'payment', deps.localLinkcy);
    response.end(explorerPage(tour, deps.localLinkcy, deps.linkcyUrl));
    return true;
  }
  if (!path.startsWith(`${explorerPath}/`)) return false;
  const asset = await explorerAsset(path.slice(explorerPath.length + 1));
  if (asset === undefined) return false;
  writeHead(response, 200, 'content-type', asset.contentType).end(asset.content);
  return true;
}
