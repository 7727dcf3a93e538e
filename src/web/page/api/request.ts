// Request: one question to the server, and its answer as data.

import type { Envelope } from "../../../json/envelopes/index.js";
import { token } from "./token.js";

type Kind = Envelope["kind"];

export type Data<Wanted extends Kind> = Extract<Envelope, { kind: Wanted }>;

export type ErrorData = Data<"error">;

/** The server is gone, or did not answer: there is nothing to read. */
export interface Gone {
  readonly kind: "gone";
  /** There is a server, which does not know the token of this page. */
  readonly isRefused: boolean;
}

export type Answer<Wanted extends Kind> = Data<Wanted> | ErrorData | Gone;

export const unauthorized = 401;

/** With the token, which every question needs. */
export function authorized(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { ...headers, authorization: `Bearer ${token()}` };
}

/** @param path with its query, after `/api/` */
export async function get<Wanted extends Kind>(path: string): Promise<Answer<Wanted>> {
  return answerOf<Wanted>(fetch(`/api/${path}`, { headers: authorized() }));
}

interface Change {
  readonly input: unknown;
  /** The hash of the text that the change was made for. */
  readonly ifMatch: string;
}

/** @param path with its query, after `/api/` */
export async function post<Wanted extends Kind>(path: string, { input, ifMatch }: Change): Promise<Answer<Wanted>> {
  const headers = authorized({ "content-type": "application/json", "if-match": `"${ifMatch}"` });
  return answerOf<Wanted>(fetch(`/api/${path}`, { method: "POST", headers, body: JSON.stringify(input) }));
}

async function answerOf<Wanted extends Kind>(asked: Promise<Response>): Promise<Answer<Wanted>> {
  try {
    const response = await asked;
    if (response.status === unauthorized) return { kind: "gone", isRefused: true };
    const answer: Answer<Wanted> = await response.json();
    return answer;
  } catch {
    return { kind: "gone", isRefused: false };
  }
}

export function isError(answer: { readonly kind: string }): answer is ErrorData {
  return answer.kind === "error";
}

export function isGone(answer: { readonly kind: string }): answer is Gone {
  return answer.kind === "gone";
}
