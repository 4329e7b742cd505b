/** The nonce of this page load; styles made at run time carry it, because the content security policy asks for it. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
