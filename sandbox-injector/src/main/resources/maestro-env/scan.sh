# --- looking for values --------------------------------------------------------------------------------------------------------------------

# me_scan_of TYPE COMMAND ...: prints what the injector finds in the command's output. Fails with 1 when there is something, and does not say
# "clean" of what was not read to its end.
me_scan_of() {
    me_type=$1
    shift
    me_reply=$({
        { "$@" || echo '#unread' >&5; } | me_send scan "$me_type" application/json
    } 5>&1) || me_unsent "cannot be scanned now, because the injector does not answer or refuses; nothing was found out"
    case $me_reply in
    *'#unread'*) me_fail 70 "what was to be scanned cannot be read to its end" ;;
    *'"findings":[]'*) return 0 ;;
    *'"findings":['*) ;;
    *) me_fail 70 "the injector answered without findings" ;;
    esac
    printf '%s\n' "$me_reply" | sed 's/{"name":/\
&/g' | sed -n 's/^{"name":"\([A-Za-z0-9_]*\)","path":"\(.*\)","line":\([0-9]*\),"column":\([0-9]*\),"encoding":"\([a-z0-9-]*\)".*/\2:\3:\4: \1 (\5)/p
s/^{"name":"\([A-Za-z0-9_]*\)","line":\([0-9]*\),"column":\([0-9]*\),"encoding":"\([a-z0-9-]*\)".*/\2:\3: \1 (\4)/p'
    return 1
}

me_scan() {
    [ $# -le 1 ] || me_wrong_usage "scan takes one file or directory"
    if [ $# -eq 0 ]; then
        me_scan_of text/plain cat
    elif [ -e "$1" ]; then
        me_scan_of text/x-diff me_all_added "$1"
    else
        me_fail 64 "there is no such file or directory"
    fi
}

# All files under PATH as one diff that adds every line of them. What belongs to git itself is left out.
me_all_added() {
    find "$1" -name .git -prune -o -type f -exec sh -c "$me_each_added" maestro-env {} +
}

# shellcheck disable=SC2016,SC2034 # for the inner shell, used above
me_each_added='
LC_ALL=C
export LC_ALL
for file; do
    [ -s "$file" ] || continue
    lines=$(wc -l <"$file") && last=$(tail -c 1 "$file" | wc -l) || exit 1
    printf "+++ \"b/%s\"\n@@ -0,0 +1,%s @@\n" "$(printf "%s" "$file" | sed "s/[\\\\\"]/\\\\&/g" | tr "\n" "?")" "$((lines + 1 - last))"
    sed "s/^/+/" "$file" || exit 1
    [ "$last" -eq 1 ] || echo
done'

