package ai.igent.maestro.local.issuer;

import java.time.Instant;

import com.nimbusds.oauth2.sdk.Scope;

/** That a person signed in for a client, and when: what every token of theirs rests on. */
record SignIn(Client client, Person person, Scope scope, Instant at) {}
