/** The manifests against the tools and the API server of Kubernetes itself. */
package ai.igent.maestro.e2e.kubernetes;
