/** Lists in pieces: a page of items and the cursor that leads to the next. */
package ai.igent.maestro.web.paging;
