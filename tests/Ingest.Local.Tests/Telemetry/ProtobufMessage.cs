using Google.Protobuf;

namespace Ingest.Local.Tests.Telemetry;

/// <summary>A message of protobuf, read without its description: the values of each field by the field's number.</summary>
internal sealed class ProtobufMessage
{
    private readonly List<(int Field, ulong Number, ByteString? Bytes)> _fields = [];

    public static ProtobufMessage Parse(ByteString bytes)
    {
        var message = new ProtobufMessage();
        using var input = bytes.CreateCodedInput();
        while (input.ReadTag() is var tag and not 0)
        {
            var field = WireFormat.GetTagFieldNumber(tag);
            message._fields.Add(WireFormat.GetTagWireType(tag) switch
            {
                WireFormat.WireType.Varint => (field, input.ReadUInt64(), null),
                WireFormat.WireType.Fixed64 => (field, input.ReadFixed64(), null),
                WireFormat.WireType.Fixed32 => (field, input.ReadFixed32(), null),
                WireFormat.WireType.LengthDelimited => (field, 0, input.ReadBytes()),
                var other => throw new InvalidDataException($"Field {field} is of type {other}."),
            });
        }

        return message;
    }

    public IEnumerable<ProtobufMessage> Messages(int field) => _fields
        .Where(found => found.Field == field && found.Bytes is not null)
        .Select(found => Parse(found.Bytes!));

    /// <summary>The messages at the end of a path of fields.</summary>
    public IEnumerable<ProtobufMessage> Messages(params int[] path) =>
        path.Aggregate<int, IEnumerable<ProtobufMessage>>([this], (found, field) => found.SelectMany(one => one.Messages(field)));

    public bool Has(int field) => _fields.Exists(found => found.Field == field);

    public string Text(int field) => _fields.Find(found => found.Field == field).Bytes?.ToStringUtf8() ?? "";

    public string Hex(int field) => Convert.ToHexStringLower(_fields.Find(found => found.Field == field).Bytes?.ToByteArray() ?? []);

    public ulong Number(int field) => _fields.Find(found => found.Field == field).Number;

    public double Double(int field) => BitConverter.UInt64BitsToDouble(Number(field));
}
