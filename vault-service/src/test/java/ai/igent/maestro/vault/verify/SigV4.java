package ai.igent.maestro.vault.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** AWS Signature Version 4 as its documentation describes it, to hold a signed request against. */
final class SigV4 {
    private SigV4() {}

    static String authorization(PlayedProviders.Seen seen, String id, String secret) throws GeneralSecurityException {
        String given = seen.header("authorization");
        String signedHeaders = given.replaceAll(".*SignedHeaders=([^,]+),.*", "$1");
        String time = seen.header("x-amz-date");
        String scope = time.substring(0, 8) + "/us-east-1/sts/aws4_request";
        String headers = Arrays.stream(signedHeaders.split(";")).map(name -> name + ":" + seen.header(name) + "\n")
                .collect(Collectors.joining());
        String request = seen.method() + "\n" + seen.path() + "\n" + seen.query() + "\n" + headers + "\n" + signedHeaders + "\n"
                + sha256("");
        String toSign = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n" + sha256(request);
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/"))
            key = hmac(key, part);
        return "AWS4-HMAC-SHA256 Credential=" + id + "/" + scope + ", SignedHeaders=" + signedHeaders + ", Signature="
                + HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String text) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
