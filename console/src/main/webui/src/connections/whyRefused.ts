const reasons: Record<string, string> = {
  'access-denied': 'You or the provider declined. Nothing was stored; you can try again at any time.',
  'state-expired': 'That took longer than ten minutes. Please start again.',
  'state-unknown': 'This attempt is over or was never begun here. Please start again.',
  'other-browser': 'The attempt was begun in another browser. Please start again in this one.',
  'other-person': 'The attempt was begun by somebody else. Please start again as yourself.',
  'another-account': 'The provider signed in another account than the one this connection belongs to.',
  'provider-unavailable': 'The provider does not answer right now. Please try again in a while.',
};

/** The service's code word as a sentence for people; a code this page does not know gets a general one. */
export function whyRefused(code: string | null): string {
  return reasons[code ?? ''] ?? 'The provider did not hand out access. Nothing was stored; please try again.';
}
