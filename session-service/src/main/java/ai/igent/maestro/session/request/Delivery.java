package ai.igent.maestro.session.request;

import ai.igent.maestro.session.report.DeliveryStatus;

/** The answer to a confirmation. */
record Delivery(long revision, DeliveryStatus status) {}
