/** How a sandbox gets its token: a random code, used once within ten minutes and kept only as its hash, on record either way. */
package ai.igent.maestro.session.enrolment;
