package ai.igent.maestro.injector.played;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import ai.igent.maestro.contracts.internal.BundleReport;
import ai.igent.maestro.contracts.internal.GrantAnswer;
import ai.igent.maestro.contracts.internal.GrantAnswers;
import ai.igent.maestro.contracts.internal.GrantItem;
import ai.igent.maestro.contracts.internal.GrantQuestions;
import ai.igent.maestro.contracts.internal.GrantRequest;
import ai.igent.maestro.embedded.KafkaServer;
import ai.igent.maestro.test.TestIssuer;
import ai.igent.maestro.vocabulary.SessionId;
import ai.igent.maestro.vocabulary.Source;

/** Everything around the injector: a real Kafka, the test issuer, and the three services it talks to. Injected into fields of this type. */
public final class PlayedSuite implements QuarkusTestResourceLifecycleManager {
    /** The resource's arguments: what does not answer. */
    public static final String KAFKA = "kafka";
    public static final String KEYS = "keys";
    public static final String AWAY = "away";
    /** How often streams are looked after; often, unless said otherwise. */
    public static final String HEARTBEAT = "heartbeat";

    private static final String SESSIONS = "/internal/v1/sessions/";

    private final Map<String, PlayedSession> sessions = new ConcurrentHashMap<>();
    private final Map<String, Map<SessionId, List<GrantItem>>> grants = new ConcurrentHashMap<>();
    private final HttpServer sessionService = Wire.listen();
    private final PlayedOwner vault = new PlayedOwner(Source.VAULT, "sec_", grants);
    private final PlayedOwner oauth = new PlayedOwner(Source.OAUTH, "con_", grants);
    private final PlayedEnrolment enrolment = new PlayedEnrolment();
    private final AtomicInteger refusedWhileAway = new AtomicInteger();
    private volatile boolean sessionServiceAway;
    private volatile boolean sessionServiceElder;
    private KafkaServer kafka;
    private boolean kafkaAway;
    private boolean keysAway;
    private String heartbeat = "PT1S";

    @Override
    public void init(Map<String, String> arguments) {
        kafkaAway = AWAY.equals(arguments.get(KAFKA));
        keysAway = AWAY.equals(arguments.get(KEYS));
        heartbeat = arguments.getOrDefault(HEARTBEAT, "PT1S");
    }

    @Override
    public Map<String, String> start() {
        sessionService.createContext(SESSIONS, Wire.forInjector(this::session));
        sessionService.createContext("/internal/v1/grants", Wire.forInjector(this::grants));
        enrolment.listenAt(sessionService);
        if (!kafkaAway) kafka = KafkaServer.temporary();
        Map<String, String> config = new HashMap<>(new TestIssuer().start());
        config.put("kafka.bootstrap.servers", kafkaAway ? "127.0.0.1:9" : kafka.bootstrap());
        config.put("quarkus.rest-client.session-service.url", Wire.address(sessionService));
        config.put("quarkus.rest-client.vault-service.url", vault.address());
        config.put("quarkus.rest-client.oauth-service.url", oauth.address());
        config.put("maestro.injector.owner.deadline", "PT3S");
        config.put("maestro.injector.stream.heartbeat", heartbeat);
        config.put("maestro.injector.text.check-every", "PT0.5S");
        if (keysAway) config.put("quarkus.oidc.sandboxes.auth-server-url", "http://127.0.0.1:9");
        return config;
    }

    @Override
    public void stop() {
        if (kafka != null) kafka.close();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(PlayedSuite.class));
    }

    public PlayedSession session(GrantItem... active) {
        PlayedSession session = new PlayedSession();
        sessions.put(session.id().text(), session);
        List.of(active).forEach(session::activate);
        return session;
    }

    public PlayedOwner vault() {
        return vault;
    }

    public PlayedOwner oauth() {
        return oauth;
    }

    public PlayedEnrolment enrolment() {
        return enrolment;
    }

    public String sessionServiceAddress() {
        return Wire.address(sessionService);
    }

    public String kafkaBootstrap() {
        return kafka.bootstrap();
    }

    public void sessionServiceAway(boolean away) {
        sessionServiceAway = away;
    }

    /** session-service knows no shared calls from now on. */
    public void sessionServiceElder() {
        sessionServiceElder = true;
    }

    /** How often session-service was asked and did not answer, since it is away. */
    public int refusedWhileAway() {
        return refusedWhileAway.get();
    }

    /** Ends every fault. */
    public void recover() {
        refusedWhileAway.set(0);
        sessionServiceAway = false;
        sessionServiceElder = false;
        vault.recover();
        oauth.recover();
    }

    private void session(HttpExchange exchange) throws IOException {
        if (sessionServiceAway) {
            refusedWhileAway.incrementAndGet();
            exchange.close();
            return;
        }
        String[] path = exchange.getRequestURI().getPath().substring(SESSIONS.length()).split("/");
        PlayedSession session = sessions.get(path[0]);
        if (session == null) Wire.answer(exchange, 404, "{\"code\":\"not-found\"}");
        else if (session.isEnded()) Wire.answer(exchange, 409, "{\"code\":\"session-ended\"}");
        else if (path[1].equals("grants")) grants(exchange, session);
        else if (path[1].equals("revision")) Wire.answer(exchange, session.state());
        else
            report(exchange, session);
    }

    private void grants(HttpExchange exchange, PlayedSession session) throws IOException {
        Wire.answer(exchange, answer(session, Wire.read(exchange, GrantRequest.class)));
    }

    private void grants(HttpExchange exchange) throws IOException {
        if (sessionServiceAway) {
            refusedWhileAway.incrementAndGet();
            exchange.close();
            return;
        }
        if (sessionServiceElder) {
            Wire.answer(exchange, 404, "{\"code\":\"not-found\"}");
            return;
        }
        var questions = Wire.read(exchange, GrantQuestions.class).questions();
        var answers = "together=true".equals(exchange.getRequestURI().getQuery())
                ? signedTogether(questions)
                : new GrantAnswers(questions.stream().map(this::answer).toList(), null);
        Wire.answer(exchange,
                "return=minimal".equals(exchange.getRequestHeaders().getFirst("Prefer")) ? brief(questions, answers) : answers);
    }

    /** Without what is active for who has it. */
    private static GrantAnswers brief(List<GrantQuestions.Question> questions, GrantAnswers answers) {
        List<GrantAnswer> brief = new ArrayList<>(answers.answers());
        for (int at = 0; at < brief.size(); at++) {
            GrantAnswer answer = brief.get(at);
            Long have = questions.get(at).have();
            if (answer != null && have != null && have == answer.revision()) brief.set(at, answer.withItems(null));
        }
        return new GrantAnswers(brief, answers.shared());
    }

    /** All under one signature, but a session's further questions. */
    private GrantAnswers signedTogether(List<GrantQuestions.Question> questions) {
        String signed = "grants-" + UUID.randomUUID();
        Map<SessionId, List<GrantItem>> granted = new HashMap<>();
        List<GrantAnswer> answers = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (GrantQuestions.Question question : questions) {
            GrantAnswer answer = answer(question);
            if (answer != null && answer.grant() != null && granted.putIfAbsent(question.session(), answer.items()) == null) {
                places.add(answers.size());
                answer = answer.with(null);
            }
            answers.add(answer);
        }
        grants.put(signed, granted);
        return new GrantAnswers(answers, List.of(new GrantAnswers.Shared(signed, places)));
    }

    /** Null for what has no grant for an answer, as in session-service. */
    private GrantAnswer answer(GrantQuestions.Question question) {
        PlayedSession session = sessions.get(question.session().text());
        return session == null || session.isEnded() ? null : answer(session, question.alone());
    }

    private GrantAnswer answer(PlayedSession session, GrantRequest request) {
        String grant = "grant-" + UUID.randomUUID();
        var answer = session.answer(request, grant);
        grants.put(grant, Map.of(session.id(), answer.items()));
        return answer;
    }

    private static void report(HttpExchange exchange, PlayedSession session) throws IOException {
        session.reports().add(Wire.read(exchange, BundleReport.class));
        Wire.answer(exchange, 204, "");
    }
}
