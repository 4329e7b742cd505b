package ai.igent.maestro.injector.bundle;

/** Lines of {@code NAME='value'}; a shell that reads them has every value byte for byte. Files have no place in this form. */
final class DotenvForm implements BundleForm {
    @Override
    public byte[] of(Bundle bundle) {
        Text text = new Text();
        bundle.variables().forEach(each -> text.add(each.variable() + "=").addDotenvQuoted(each.value()).add("\n"));
        bundle.files().forEach(each -> text.add("# " + each.variable() + " is a file: fetch it as JSON or with maestro-env\n"));
        bundle.undelivered().forEach(each -> text.add("# " + each.variable() + " is unavailable: " + each.code() + "\n"));
        return text.bytes();
    }
}
