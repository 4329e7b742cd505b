package ai.igent.maestro.oauth;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import ai.igent.maestro.test.Database;

/** What the service put into its outbox. */
@ApplicationScoped
public class Records {
    @Inject
    Database database;

    /** The audit records about a connection, oldest first: type, outcome and reason. */
    public List<String> about(String connection) {
        return database.column("""
                select concat_ws(' ', record ->> 'type', record ->> 'outcome', record ->> 'reason') from\s""" + Database.RECORDS + """
                where record #>> '{subject,id}' = ? order by position, place""", connection);
    }

    /** The events about a connection, oldest first: type, sequence, version and epoch. */
    public List<String> events(String connection) {
        return database.column("""
                select concat_ws(' ', type, sequence, data::jsonb ->> 'version', data::jsonb ->> 'epoch') from outbox_message
                where subject = ? order by position""", connection);
    }
}
