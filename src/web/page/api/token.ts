// Token: the secret of this page, which comes in the fragment of the address and is kept for this tab alone.

const key = "roadmap-token";

/** Takes the token out of the address, so that it is neither seen nor copied with it. */
export function takeToken(): string {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const given = fragment.get("token");
  if (given !== null) {
    sessionStorage.setItem(key, given);
    history.replaceState(null, "", "/");
  }
  return sessionStorage.getItem(key) ?? "";
}
