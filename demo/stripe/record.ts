import { decodeForm, type Fields, formText } from './api/form.ts';

/** One request as it arrived, for tests to look at. */
export interface RecordedRequest {
  method: string;
  path: string;
  query: Fields;
  body: Fields;
  headers: Record<string, string>;
}

export async function record(request: Request): Promise<RecordedRequest> {
  const url = new URL(request.url);
  const headers: Record<string, string> = {};
  request.headers.forEach((value, name) => {
    headers[name] = value;
  });
  return {
    method: request.method,
    path: url.pathname,
    query: decodeForm(url.search.slice(1)),
    body: decodeForm(await formText(request.clone())),
    headers,
  };
}
