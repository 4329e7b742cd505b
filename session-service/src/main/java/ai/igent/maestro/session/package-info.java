/**
 * session-service: sessions, and what is active in them by their users' word.
 *
 * <p>By feature: {@code lifecycle} begins and ends sessions, {@code enrolment} and {@code signing} give agents and sandboxes their tokens,
 * {@code table} shows what could be activated, {@code request} and {@code phrase} propose it, a person's confirmation changes the active set of
 * {@code activation}, {@code deactivation} and {@code revocation} take back, {@code grant} tells the injector, {@code report} hears from it.
 */
package ai.igent.maestro.session;
