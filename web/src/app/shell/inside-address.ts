/** Only an address of this application: what the link says is not to be trusted. */
export function insideAddress(address: string | undefined): string {
  return address !== undefined && /^\/(?![/\\])/.test(address) ? address : '/';
}
