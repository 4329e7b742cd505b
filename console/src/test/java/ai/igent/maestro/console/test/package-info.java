/** What the console meets in its tests: an issuer to sign in at, services behind the proxy, a browser in front of it. */
package ai.igent.maestro.console.test;
