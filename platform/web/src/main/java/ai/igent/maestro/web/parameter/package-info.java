/** Query parameters: one that a resource does not know is refused, because a typing error must not change what a call means. */
package ai.igent.maestro.web.parameter;
