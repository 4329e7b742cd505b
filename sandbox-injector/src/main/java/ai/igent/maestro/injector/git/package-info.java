/**
 * git's credential protocol (git-credential(1)), for sandboxes: which active value, if any, git may give to which host. Only over https and only to
 * the host that the value's owner service named; where several would do, none is given and the choices are told.
 */
package ai.igent.maestro.injector.git;
