/** Who is calling: from a bearer token, verified against the one issuer and audience it may come from, to a typed {@code Caller}. */
package ai.igent.maestro.web.identity;
