package org.tasteprint.server.subsonic;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.tasteprint.core.Software;
import org.tasteprint.server.http.Json;

/**
 * The envelope of every answer, as XML or, with {@code f=json}, as JSON. What is in it is a tree of maps, lists and plain values, from
 * which both are written: in XML, plain values are attributes, maps elements, and lists elements of the same name.
 */
final class SubsonicAnswer {
    private static final String VERSION = "1.16.1";
    private static final String NAMESPACE = "http://subsonic.org/restapi";
    private static final String ENVELOPE = "subsonic-response";

    private SubsonicAnswer() {}

    static void ok(Context request, Map<String, ?> content) {
        write(request, "ok", content);
    }

    static void failed(Context request, int code, String message) {
        write(request, "failed", Map.of("error", ordered("code", code, "message", message)));
    }

    /** A map in the order of its names and values, which alternate; empty values are left out. */
    static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!"".equals(namesAndValues[i + 1])) {
                map.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return map;
    }

    private static void write(Context request, String status, Map<String, ?> content) {
        Map<String, Object> envelope = ordered(
                "status", status, "version", VERSION, "type", "tasteprint", "serverVersion", Software.version(), "openSubsonic", true);
        envelope.putAll(content);
        if ("json".equals(parameter(request, "f"))) {
            request.contentType("application/json").result(Json.bytes(Map.of(ENVELOPE, envelope)));
        } else {
            request.contentType("text/xml; charset=utf-8").result(xml(envelope));
        }
    }

    /** A parameter of the query or, for clients that post, of the form. */
    static String parameter(Context request, String name) {
        String value = request.queryParam(name);
        if (value == null && request.isFormUrlencoded()) {
            value = request.formParam(name);
        }
        return value == null ? "" : value;
    }

    private static byte[] xml(Map<String, Object> envelope) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
            writer.writeStartDocument("UTF-8", "1.0");
            writer.writeStartElement(ENVELOPE);
            writer.writeDefaultNamespace(NAMESPACE);
            inside(writer, envelope);
            writer.writeEndElement();
            writer.writeEndDocument();
            writer.close();
            return out.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML cannot be written into memory", e);
        }
    }

    /** Attributes come before elements. */
    private static void inside(XMLStreamWriter writer, Map<?, ?> map) throws XMLStreamException {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getValue() instanceof Map) && !(entry.getValue() instanceof List)) {
                writer.writeAttribute((String) entry.getKey(), plain(entry.getValue()));
            }
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (entry.getValue() instanceof Map<?, ?> element) {
                element(writer, (String) entry.getKey(), element);
            } else if (entry.getValue() instanceof List<?> list) {
                for (Object item : list) {
                    element(writer, (String) entry.getKey(), item);
                }
            }
        }
    }

    private static void element(XMLStreamWriter writer, String name, Object content) throws XMLStreamException {
        writer.writeStartElement(name);
        if (content instanceof Map<?, ?> map) {
            inside(writer, map);
        } else {
            writer.writeCharacters(plain(content));
        }
        writer.writeEndElement();
    }

    /** Without the characters that XML 1.0 cannot hold. */
    private static String plain(Object value) {
        return value.toString().replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "\uFFFD");
    }
}
