/**
 * What every HTTP edge of the suite needs and none should have twice: who is calling, problem+json, strict JSON, pages, the limits of a request.
 * Common Quarkus settings stand in META-INF/microprofile-config.properties of this module.
 */
package ai.igent.maestro.web;
