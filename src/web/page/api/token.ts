// Token: the secret of this page, which comes in the fragment of the address and is kept for this tab alone.

const key = "roadmap-token";

takeToken();

let renewed = Promise.withResolvers<void>();

/** The address of a later server may be opened in a tab that shows the page already. */
addEventListener("hashchange", () => {
  if (!takeToken()) return;
  renewed.resolve();
  renewed = Promise.withResolvers();
});

export function token(): string {
  return sessionStorage.getItem(key) ?? "";
}

/** Resolves when the page has got another token. */
export function newToken(): Promise<void> {
  return renewed.promise;
}

/** Takes the token out of the address, so that it is neither seen nor copied with it. */
function takeToken(): boolean {
  const given = new URLSearchParams(location.hash.slice(1)).get("token");
  if (given === null) return false;
  sessionStorage.setItem(key, given);
  history.replaceState(null, "", "/");
  return true;
}
