using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

/// <summary>
/// Json.NET reads far more than JSON: comments, single quotes, bare keys, trailing commas, octal and hex numbers, NaN, dates,
/// any white space. So a text must pass RFC 8259 here first. What Json.NET would refuse or change is put into a form it keeps.
/// </summary>
static class StrictJson
{
    const string Value = "{[\"s";                 // what a value may begin with; "s" stands for any other scalar
    static readonly Regex Token = new Regex(
        @"\G(?:(?<space>[ \t\r\n]+)|(?<sign>[{}\[\]:,])|(?<string>""(?>[^""\\\x00-\x1f]+|\\(?:[""\\/bfnrt]|u[0-9a-fA-F]{4}))*"")" +
        @"|(?<number>-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)|true|false|null)", RegexOptions.CultureInvariant);
    static readonly Regex Escape = new Regex(@"\\(?:u(?<surrogate>[dD][89a-fA-F][0-9a-fA-F]{2})|.)");

    /// <summary>The object, or null when the text is anything else.</summary>
    public static JObject ParseObject(string text)
    {
        string clean = Strict(text);
        if (clean == null || !clean.TrimStart().StartsWith("{", StringComparison.Ordinal)) return null;
        using (var reader = new JsonTextReader(new StringReader(clean)) { DateParseHandling = DateParseHandling.None })
            return JObject.Load(reader);
    }

    static string Strict(string text)
    {
        var clean = new StringBuilder(text.Length);
        var closers = new Stack<char>();          // of the brackets still open; no recursion, so depth costs no stack
        string expected = Value;
        bool key = false;                         // whether the next string is the key of a member
        Match match;
        for (int at = 0; at < text.Length; at += match.Length)
        {
            match = Token.Match(text, at);
            if (!match.Success) return null;
            clean.Append(match.Groups["string"].Success ? KeepSurrogates(match.Value)
                : match.Groups["number"].Success ? Saturate(match.Value) : match.Value);
            if (match.Groups["space"].Success) continue;
            char token = match.Groups["sign"].Success || match.Groups["string"].Success ? text[at] : 's';
            if (expected.IndexOf(token) < 0) return null;

            if (token == '{') closers.Push('}');
            if (token == '[') closers.Push(']');
            if (token == '}' || token == ']') closers.Pop();
            bool inObject = closers.Count > 0 && closers.Peek() == '}';
            if (token == '{') expected = "\"}";
            else if (token == '[') expected = Value + "]";
            else if (token == ',') expected = inObject ? "\"" : Value;
            else if (token == ':') expected = Value;
            else if (token == '"' && key) expected = ":";
            else expected = closers.Count == 0 ? "" : "," + closers.Peek();
            key = token == '{' || token == ',' && inObject;
        }
        return expected == "" ? clean.ToString() : null;
    }

    /// <summary>Half a surrogate pair as an escape would be read as U+FFFD; the bare character is left alone.</summary>
    static string KeepSurrogates(string literal)
    {
        return Escape.Replace(literal, m => !m.Groups["surrogate"].Success ? m.Value
            : ((char)Convert.ToInt32(m.Groups["surrogate"].Value, 16)).ToString());
    }

    /// <summary>A number past the double would be an error; for a reader it is just some number that is too large.</summary>
    static string Saturate(string number)
    {
        double value;
        bool fits = double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && !double.IsInfinity(value);
        if (fits) return number;
        return number[0] == '-' ? "-1e308" : "1e308";
    }
}
